# Letters with spaces around them.
answers = {
    1: " b ",
    2: " d ",
    3: " a ",
    4: " c ",
    5: " b ",
    6: " a ",
    7: " d ",
    8: " c ",
    9: " b ",
    10: " d ",
    11: " a ",
    12: " c ",
    13: " d ",
    14: " a ",
    15: " c ",
    16: " b ",
}
