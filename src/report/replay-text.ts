import { deliveriesOf, PER_SECOND, type ReplayPlan, type ReplayProgress } from '../engine/replay.js';
import { plural, textOf } from '../runtime/text.js';

const number = (count: number): string => count.toLocaleString('en-US');

/**
 * A replay plan for a person: counts, types and times, no content of an event.
 * @param before what earlier runs of this plan sent
 */
export function replayText({ snapshot, facts }: ReplayPlan, before: ReplayProgress): string {
  const { events, targets, skipped, warnings, from, until } = facts;
  const types = new Map<string, number>();
  for (const { type } of events) types.set(type, (types.get(type) ?? 0) + 1);
  const deliveries = deliveriesOf(facts);
  const minutes = Math.ceil(deliveries.length / PER_SECOND / 60);
  return textOf([
    `Replay: events from ${from} (snapshot ${snapshot}) to ${until}, which the restored database may not hold.`,
    ...(deliveries.length === 0
      ? ['  No event is to be sent.']
      : [
          `  ${number(deliveries.length)} to send, oldest first, at most ${PER_SECOND} a second: about ${plural(minutes, 'minute')}.`,
          ...(before.done === 0
            ? []
            : [
                `  ${plural(before.done, 'of them was sent before, and is', 'of them were sent before, and are')} not sent again.`,
              ]),
          ...[...types].sort(([, a], [, b]) => b - a).map(([type, count]) => `    ${type}: ${number(count)}`),
          ...targets.map(({ address }, at) => {
            const count = events.filter((event) => event.targets.includes(at)).length;
            return `  to ${address}: ${number(count)}`;
          }),
          '  ! The application must ignore an event whose id it has processed. Stripe itself may deliver an event twice.',
        ]),
    ...skipped.flatMap(({ address, reason, remedy }) => [`  ! ${address} gets no event: ${reason}`, `    ${remedy}`]),
    ...warnings.map((warning) => `  ! ${warning}`),
  ]);
}

/** The outcome for a person. */
export function replayedText(plan: ReplayPlan, before: ReplayProgress, after: ReplayProgress): string {
  const deliveries = deliveriesOf(plan.facts);
  const name = (at: number): string => {
    const found = deliveries[at];
    return found ? `${found.event.type} ${found.event.id} to ${found.target.address}` : `delivery ${at + 1}`;
  };
  const sent = after.done - before.done;
  // A refused one may also be one that Stripe no longer keeps, so it is not told as sent.
  const refused = after.refused.length - before.refused.length;
  const sentence =
    refused === 0
      ? `${plural(sent, 'event was', 'events were')} sent`
      : `${number(sent - refused)} of ${plural(sent, 'event was', 'events were')} sent and accepted`;
  const word = after.refused.length === 0 ? 'sent' : 'tried';
  return textOf([
    sent === 0
      ? deliveries.length === 0
        ? 'No event was sent: the plan has none.'
        : `No event was sent: ${after.done === 1 ? 'the one was' : `all ${number(after.done)} were`} ${word} before.`
      : `${sentence}${before.done > 0 ? `, ${number(before.done)} had been ${before.refused.length === 0 ? 'sent' : 'tried'} before` : ''}.`,
    ...after.repeated.map(
      (at) => `  ! perhaps sent twice: ${name(at)}. An earlier run ended before it could note that it was sent`,
    ),
    ...after.refused.map(({ at, answer }) => `  ! refused: ${name(at)}: ${answer}`),
    ...(after.refused.length === 0
      ? []
      : [
          '  This plan sends no refused event again. Find the reason in the log of the application, or compare its signing secret. Then make a new plan: "rewind replay".',
        ]),
  ]);
}
