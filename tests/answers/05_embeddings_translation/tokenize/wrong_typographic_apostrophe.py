# Changes the typographic apostrophe into ', which no rule says. Breaks: 'It drops everything else'.
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower().replace("\u2019", "\'")):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
