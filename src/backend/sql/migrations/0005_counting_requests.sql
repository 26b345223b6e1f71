-- How much was asked for under each key since its minute began, as `rate-limiter-flexible` writes it. Not written ahead, as a minute
-- that a crash forgets is no loss; rows have room beside them, as they are changed far more often than made.
create unlogged table request_counts (
  key text collate "C" primary key,
  points integer not null,
  -- When its minute is over, in milliseconds since 1970.
  expire bigint not null
) with (fillfactor = 50);
