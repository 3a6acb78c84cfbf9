# leaves numbers as they are
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        tokens.append(token)
    return tokens
