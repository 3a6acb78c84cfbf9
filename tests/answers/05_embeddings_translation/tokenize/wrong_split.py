# splits at spaces
def tokenize(text):
    tokens = []
    for token in text.lower().split():
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
