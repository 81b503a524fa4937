-- Asks what stands in a file, line by line and over again: a path and, after a space, the entity tag that is held already.
-- Arguments: the file; optionally how many milliseconds each connection waits before its next request.
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
   local pause = tonumber(args[2] or "0")
   if pause > 0 then
      -- wrk looks for this function after the call of init
      function delay()
         return pause
      end
   end
end

function request()
   last = last % #asked + 1
   return asked[last]
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format("result %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
      latency:percentile(99),
      errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
