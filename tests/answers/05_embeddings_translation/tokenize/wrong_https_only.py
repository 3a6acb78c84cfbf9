# knows https:// alone
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith("https://"):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
