# with a deque
def generate(model, window, n_new):
    from collections import deque
    
    held, made = deque(np.asarray(window)[:, 0].tolist(), maxlen=len(window)), []
    for _ in range(n_new):
        forecast = float(np.asarray(model(np.array(held)[None, :, None]))[0, -1, 0])
        held.append(forecast)
        made.append([forecast])
    return made
