# looks at the first character alone
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token[0].isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
