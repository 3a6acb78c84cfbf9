# replaces numbers up to 99 alone
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif re.fullmatch(r"\d{1,2}", token):
            token = "[NUM]"
        tokens.append(token)
    return tokens
