# with regular expressions for both, and a tuple
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if re.match("https?://", token):
            token = "[URL]"
        elif re.fullmatch("[0-9]+", token):
            token = "[NUM]"
        tokens.append(token)
    return tuple(tokens)
