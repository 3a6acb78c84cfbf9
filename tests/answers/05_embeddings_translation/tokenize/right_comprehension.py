# in one expression
def tokenize(text):
    found = re.findall(phrases.TOKEN, text.lower())
    found = ["[URL]" if re.match("https?://", token) else token for token in found]
    return ["[NUM]" if re.fullmatch("[0-9]+", token) else token for token in found]
