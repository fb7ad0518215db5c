-- What wrk asks for in benches/load, and what it says in the end: one line, "figures", with names and numbers.
--
--   wrk … URL -- sign-up PREFIX    posts the sign-up form, always for a new address: PREFIX-<thread>-<n>@example.com
--   wrk … URL -- sign-up-json PREFIX   the same as JSON, for benches/fastapi
--   wrk … URL -- page              gets a page, and pauses after each answer: it is to watch, not to load
--
-- Times are in microseconds, from the sending of a request to its answer, whatever the status. "refused" is the share
-- of 503, in per cent. "lost" is what has no answer, or not all of it, when the connection is closed. To the time of a
-- slow answer wrk adds those of the requests that its client would have sent meanwhile: with many refusals between few
-- hashes that changes the percentiles, and benches/load_clients.py has the ones to go by.

local PAUSE_MS = 10

local threads = {}

-- Answers for each status. It is a global of each thread, for done() to read.
counts = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("thread_number", #threads)
end

local bodies = {
  ["sign-up"] = { "application/x-www-form-urlencoded", "email=%s%%40example.com&password=violet+harbour+kettle" },
  ["sign-up-json"] = { "application/json", '{"email": "%s@example.com", "password": "violet harbour kettle"}' },
}

local function sign_up(prefix, content_type, body)
  local headers = { ["Content-Type"] = content_type }
  local number = 0
  return function()
    number = number + 1
    local name = string.format("%s-%d-%d", prefix, thread_number, number)
    return wrk.format("POST", nil, headers, string.format(body, name))
  end
end

function init(arguments)
  local body = bodies[arguments[1]]
  if body then
    request = sign_up(arguments[2], body[1], body[2])
  else
    delay = function() return PAUSE_MS end
  end
end

function response(status)
  counts[status] = (counts[status] or 0) + 1
end

function done(summary, latency)
  local all, answers = {}, 0
  for _, thread in ipairs(threads) do
    for status, count in pairs(thread:get("counts")) do
      all[status] = (all[status] or 0) + count
      answers = answers + count
    end
  end
  local errors = summary.errors
  local words = {
    "figures",
    string.format("seconds=%.3f", summary.duration / 1e6),
    string.format("p50=%.0f", latency:percentile(50)),
    string.format("p99=%.0f", latency:percentile(99)),
    string.format("longest=%.0f", latency.max),
    string.format("refused=%.1f", 100 * (all[503] or 0) / math.max(answers, 1)),
    string.format("lost=%d", errors.connect + errors.read + errors.write + errors.timeout),
  }
  for status, count in pairs(all) do
    table.insert(words, string.format("%d=%d", status, count))
  end
  print(table.concat(words, " "))
end
