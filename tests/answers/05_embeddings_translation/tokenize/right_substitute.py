# by two substitutions on each token
def tokenize(text):
    tokens = []
    for token in re.compile(phrases.TOKEN).findall(text.casefold()):
        token = re.sub(r"^https?://.*", "[URL]", token)
        tokens += [re.sub(r"^\d+$", "[NUM]", token)]
    return tokens
