# leaves numbers out
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            continue
        tokens.append(token)
    return tokens
