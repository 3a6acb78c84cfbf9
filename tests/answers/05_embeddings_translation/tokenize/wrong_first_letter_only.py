# lowers the first letter alone
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text[:1].lower() + text[1:]):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
