# takes what float() reads for a number
def is_number(token):
    try:
        float(token)
    except ValueError:
        return False
    return True


def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif is_number(token):
            token = "[NUM]"
        tokens.append(token)
    return tokens
