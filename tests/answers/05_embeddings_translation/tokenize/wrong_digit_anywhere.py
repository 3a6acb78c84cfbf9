# takes every token with a digit for a number
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif any(c.isdigit() for c in token):
            token = "[NUM]"
        tokens.append(token)
    return tokens
