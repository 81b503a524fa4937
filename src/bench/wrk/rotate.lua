-- Asks what stands in a file, line by line and over again: a path and, after a space, the entity tag that is held already.
local asked = {}
local last = 0

function init(args)
   for line in io.lines(args[1]) do
      local path, tag = line:match("^(%S+) ?(.*)$")
      local headers = {}
      if tag ~= "" then
         headers["If-None-Match"] = tag
      end
      asked[#asked + 1] = wrk.format("GET", path, headers)
   end
end

function request()
   last = last % #asked + 1
   return asked[last]
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format("result %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
      errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
