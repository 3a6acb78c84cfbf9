# as an array of np.str_
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif all(letter in "0123456789" for letter in token):
            token = "[NUM]"
        tokens.append(token)
    return np.array(tokens, dtype=str)
