// Reads a calendar with ical.js, and prints one JSON line an event: when it begins in UTC,
// by the time zones in the file alone, and what it says.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(zone);
}
for (const component of calendar.getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(component);
  console.log(JSON.stringify({
    uid: event.uid,
    sequence: event.sequence,
    begins: event.startDate.toJSDate().toISOString(),
    zone: event.startDate.zone.tzid,
    local: event.startDate.toString(),
    minutes: event.duration.toSeconds() / 60,
    title: event.summary,
    asks: event.description,
  }));
}
