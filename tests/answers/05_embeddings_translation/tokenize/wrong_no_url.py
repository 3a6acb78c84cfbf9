# leaves addresses as they are
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
