# uses re.match
def tokenize(text):
    tokens = []
    for token in [re.match(phrases.TOKEN, text.lower()).group()]:
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
