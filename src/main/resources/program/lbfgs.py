  # Limited-memory BFGS, step by step as PyTorch does it (Nocedal and Wright, Numerical Optimization, chapters 3 and 7).
  # The loss of all examples, the same with its penalties, and the gradient of that.
  def objective(self: __torch__.Model, $PARAMETERS) -> Tuple[float, float, Tensor]:
    found = (self).gradients(X, Y, P, B, rows, share, [0], [size], seed, step)
    loss = float(torch.select(found, 0, 0))
    G = torch.narrow(found, 0, 1, torch.size(P, 0))
    total = loss
    if l2 != 0.:
      total = total + l2 / 2. * float(torch.sum(torch.mul(torch.square(P), mask)))
      _ = torch.addcmul_(G, P, mask, value=l2)
    if l1 != 0.:
      total = total + l1 * float(torch.sum(torch.mul(torch.abs(P), mask)))
      _ = torch.addcmul_(G, torch.sign(P), mask, value=l1)
    return (loss, total, G)
  # Looks at P = x + t d.
  def look(self: __torch__.Model, $PARAMETERS, x: Tensor, d: Tensor, t: float) -> Tuple[float, Tensor]:
    _ = torch.copy_(P, torch.add(x, d, alpha=t))
    loss, total, G = (self).objective($ARGUMENTS)
    return (total, G)
  # Where the cubic through two points with their slopes is lowest, between two bounds.
  def cubic(self: __torch__.Model, x1: float, f1: float, g1: float, x2: float, f2: float, g2: float, low: float, high: float) -> float:
    d1 = g1 + g2 - 3. * (f1 - f2) / (x1 - x2)
    square = d1 * d1 - g1 * g2
    found = (low + high) / 2.
    if square >= 0.:
      d2 = torch.sqrt(square)
      if x1 <= x2:
        found = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2. * d2))
      else:
        found = x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2. * d2))
      found = min(max(found, low), high)
    return found
  # A length t at which the loss is lower (c1 = 0.0001) and flatter (c2 = 0.9): the strong Wolfe conditions.
  def search(self: __torch__.Model, $PARAMETERS, x: Tensor, d: Tensor, first: float, f: float, g: Tensor, slope: float) -> Tuple[float, Tensor, float, int]:
    longest = float(torch.max(torch.abs(d)))
    t = first
    f_new, g_new = (self).look($ARGUMENTS, x, d, t)
    slope_new = float(torch.dot(g_new, d))
    t_prev = 0.
    f_prev = f
    g_prev = g
    slope_prev = slope
    tried = 0
    bracketed = False
    done = False
    while tried < 25 and not bracketed:
      if f_new > f + 0.0001 * t * slope or (tried > 1 and f_new >= f_prev):
        bracketed = True
      elif abs(slope_new) <= -0.9 * slope:
        bracketed = True
        done = True
      elif slope_new >= 0.:
        bracketed = True
      else:
        further = (self).cubic(t_prev, f_prev, slope_prev, t, f_new, slope_new, t + 0.01 * (t - t_prev), t * 10.)
        t_prev = t
        f_prev = f_new
        g_prev = g_new
        slope_prev = slope_new
        t = further
        f_new, g_new = (self).look($ARGUMENTS, x, d, t)
        slope_new = float(torch.dot(g_new, d))
        tried = tried + 1
    if not bracketed:
      t_prev = 0.
      f_prev = f
      g_prev = g
    # a bracket of two lengths, between which one will do
    ts = [t_prev, t]
    fs = [f_prev, f_new]
    gs = [g_prev, g_new]
    slopes = [slope_prev, slope_new]
    low = 1
    if not done and fs[0] <= fs[1]:
      low = 0
    looked = tried + 1
    slow = False
    while not done and tried < 25 and abs(ts[1] - ts[0]) * longest >= $TOLERANCE_CHANGE:
      left = min(ts[0], ts[1])
      right = max(ts[0], ts[1])
      t = (self).cubic(ts[0], fs[0], slopes[0], ts[1], fs[1], slopes[1], left, right)
      edge = 0.1 * (right - left)
      if min(right - t, t - left) < edge:
        if slow or t >= right or t <= left:
          if abs(t - right) < abs(t - left):
            t = right - edge
          else:
            t = left + edge
          slow = False
        else:
          slow = True
      else:
        slow = False
      f_new, g_new = (self).look($ARGUMENTS, x, d, t)
      slope_new = float(torch.dot(g_new, d))
      looked = looked + 1
      tried = tried + 1
      place = low
      if f_new > f + 0.0001 * t * slope or f_new >= fs[low]:
        place = 1 - low
      elif abs(slope_new) <= -0.9 * slope:
        done = True
      elif slope_new * (ts[1 - low] - ts[low]) >= 0.:
        ts = [ts[low], ts[low]]
        fs = [fs[low], fs[low]]
        gs = [gs[low], gs[low]]
        slopes = [slopes[low], slopes[low]]
      if place == 0:
        ts = [t, ts[1]]
        fs = [f_new, fs[1]]
        gs = [g_new, gs[1]]
        slopes = [slope_new, slopes[1]]
      else:
        ts = [ts[0], t]
        fs = [fs[0], f_new]
        gs = [gs[0], g_new]
        slopes = [slopes[0], slope_new]
      if place != low:
        low = 1
        if fs[0] <= fs[1]:
          low = 0
    return (fs[low], gs[low], ts[low], looked)
  # One step: up to $MAX_ITER iterations. S holds the last direction and gradient, the last pairs of changes of the
  # gradient and of the parameters, and some numbers.
  def improve(self: __torch__.Model, $PARAMETERS, S: Tensor, rate: float) -> float:
    n = torch.size(P, 0)
    d = torch.narrow(S, 0, 0, n)
    before = torch.narrow(S, 0, n, n)
    ys = torch.view(torch.narrow(S, 0, 2 * n, $HISTORY * n), [$HISTORY, n])
    ss = torch.view(torch.narrow(S, 0, (2 + $HISTORY) * n, $HISTORY * n), [$HISTORY, n])
    numbers = torch.narrow(S, 0, (2 + 2 * $HISTORY) * n, 5)
    t = float(torch.select(numbers, 0, 0))
    scale = float(torch.select(numbers, 0, 1))
    begun = float(torch.select(numbers, 0, 2)) != 0.
    pairs = int(torch.select(numbers, 0, 3))
    next = int(torch.select(numbers, 0, 4))
    first, loss, g = (self).objective($ARGUMENTS)
    looked = 1
    done = 0
    going = float(torch.max(torch.abs(g))) > $TOLERANCE_GRAD
    while going:
      done = done + 1
      if begun:
        y = torch.sub(g, before)
        s = torch.mul(d, t)
        curvature = float(torch.dot(y, s))
        if curvature > 1e-10:
          _ = torch.copy_(torch.select(ys, 0, next), y)
          _ = torch.copy_(torch.select(ss, 0, next), s)
          next = (next + 1) % $HISTORY
          pairs = min(pairs + 1, $HISTORY)
          scale = curvature / float(torch.dot(y, y))
        alphas = torch.new_zeros(P, [$HISTORY])
        q = torch.neg(g)
        for k in range(pairs):
          newest = (next - 1 - k + $HISTORY) % $HISTORY
          y_k = torch.select(ys, 0, newest)
          s_k = torch.select(ss, 0, newest)
          alpha = torch.div(torch.dot(s_k, q), torch.dot(y_k, s_k))
          _ = torch.copy_(torch.select(alphas, 0, newest), alpha)
          _ = torch.sub_(q, torch.mul(y_k, alpha))
        _ = torch.mul_(q, scale)
        for k in range(pairs):
          oldest = (next - pairs + k + $HISTORY) % $HISTORY
          y_k = torch.select(ys, 0, oldest)
          s_k = torch.select(ss, 0, oldest)
          beta = torch.div(torch.dot(y_k, q), torch.dot(y_k, s_k))
          _ = torch.add_(q, torch.mul(s_k, torch.sub(torch.select(alphas, 0, oldest), beta)))
        _ = torch.copy_(d, q)
        t = rate
      else:
        begun = True
        _ = torch.copy_(d, torch.neg(g))
        scale = 1.
        t = min(1., 1. / float(torch.sum(torch.abs(g)))) * rate
      _ = torch.copy_(before, g)
      loss_before = loss
      slope = float(torch.dot(g, d))
      if slope > -$TOLERANCE_CHANGE:
        going = False
      else:
        x = torch.clone(P)
$ALONG
        going = done < $MAX_ITER and looked < $MAX_EVAL and float(torch.max(torch.abs(g))) > $TOLERANCE_GRAD and float(torch.max(torch.abs(torch.mul(d, t)))) > $TOLERANCE_CHANGE and abs(loss - loss_before) >= $TOLERANCE_CHANGE
    _ = torch.fill_(torch.select(numbers, 0, 0), t)
    _ = torch.fill_(torch.select(numbers, 0, 1), scale)
    _ = torch.fill_(torch.select(numbers, 0, 2), float(begun))
    _ = torch.fill_(torch.select(numbers, 0, 3), pairs)
    _ = torch.fill_(torch.select(numbers, 0, 4), next)
    return first
