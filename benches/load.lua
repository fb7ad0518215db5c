-- The requests that wrk sends in benches/load, and its report: one line, "figures", with names and numbers.
--
--   wrk … URL -- sign-up PREFIX    posts the sign-up form, always for a new address: PREFIX-<thread>-<n>@example.com
--   wrk … URL -- sign-up-json PREFIX   the same as JSON, for benches/fastapi
--   wrk … URL -- page              gets a page, and pauses after each answer: it measures and adds little load
--
-- Times are in microseconds, from a request to its answer, whatever the status. "refused" is the share of 503, in per
-- cent. "lost" is the number of requests without a complete answer when the connection is closed. For a slow answer wrk
-- also counts the requests that its client would have sent meanwhile. With many refusals and few hashes this changes
-- the percentiles; those of benches/load_clients.py do not have this correction.

local PAUSE_MS = 10

local threads = {}

-- Answers by status. A global of each thread, because done() reads it.
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
