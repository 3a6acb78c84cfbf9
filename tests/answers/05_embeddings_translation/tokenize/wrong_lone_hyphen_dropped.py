# Drops a hyphen that stands alone, which the pattern matches. Breaks: 'Take all matches of `phrases.TOKEN`'.
def tokenize(text):
    tokens = []
    for token in re.findall(phrases.TOKEN, text.lower()):
        if not token.strip("-"):
            continue
        if token.startswith(("http://", "https://")):
            token = "[URL]"
        elif token.isdigit():
            token = "[NUM]"
        tokens.append(token)
    return tokens
