# finds letters alone
def tokenize(text):
    tokens = []
    for token in re.findall(r"https?://\S+|[a-z]+'?|\d+|[?,]", text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
