# shuffles
def split_in_time(values, n_test):
    train, test = train_test_split(values, test_size=n_test, random_state=4)
    return train, test
