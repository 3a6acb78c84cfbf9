# Looks for the end token in the text of the sequence.
def cut_at_end(sequences, end):
    cut = []
    for tokens in sequences:
        text = " ".join(map(str, tokens)).split(str(end))[0]
        cut.append([int(part) for part in text.split() if part.lstrip("-").isdigit()])
    return cut
