-- Asks for the addresses of a file, one after the other; @ in an address becomes another number each time.
-- wrk -s ask.lua URL -- FILE [ETAG]; prints percentiles as one line.
local addresses, at, count = {}, 0, 0

function init(arguments)
  for line in io.lines(arguments[1]) do addresses[#addresses + 1] = line end
  if arguments[2] then wrk.headers["If-None-Match"] = arguments[2] end
  wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
end

function request()
  at, count = at % #addresses + 1, count + 1
  return wrk.format("GET", (addresses[at]:gsub("@", count)))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("FIGURES %d %.0f %.2f %.2f %d\n", summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
