# uses other names for the special tokens
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if token.startswith(("http://", "https://")):
            token = "<url>"
        elif token.isdigit():
            token = "<num>"
        tokens.append(token)
    return tokens
