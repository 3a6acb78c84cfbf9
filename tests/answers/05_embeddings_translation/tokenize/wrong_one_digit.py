# replaces numbers of one digit alone
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif re.fullmatch(r"\d", token):
            token = "[NUM]"
        tokens.append(token)
    return tokens
