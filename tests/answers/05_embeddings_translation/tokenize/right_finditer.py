# with finditer and a helper
def kind(token):
    if token[:7] == "http://" or token[:8] == "https://":
        return "[URL]"
    return "[NUM]" if token.isnumeric() else token


def tokenize(text):
    return [kind(match.group()) for match in re.finditer(phrases.TOKEN, text.lower())]
