# takes 1_000 for a number
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.replace("_", "").isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
