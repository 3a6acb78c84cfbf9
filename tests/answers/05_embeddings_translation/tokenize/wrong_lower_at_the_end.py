# lowers the special tokens too
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return [token.lower() for token in tokens]
