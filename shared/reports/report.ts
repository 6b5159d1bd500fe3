import type { PostId, UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';

export const REPORT_REASONS = ['spam', 'abuse', 'illegal', 'other'] as const;

export type ReportReason = (typeof REPORT_REASONS)[number];

/** How much may be written to whoever looks at a report. */
export const MOST_WORDS = 1000;

/** Its place among the reports: `<ISO time>#<random>`, which sorts by age. */
export type ReportId = string;

/** That somebody finds that a post, or somebody, should be looked at by those who keep this Nod. */
export type Report = Provenance & {
  id: ReportId;
  at: Date;
  reporter: UserId;
  /** Whom it is about: the person, or the post's author. */
  person: UserId;
  username: string;
  /** The post, with its words as they were then: they may be changed afterwards. */
  post?: { id: PostId; body: string };
  reason: ReportReason;
  /** What the reporter has written about it. */
  words?: string;
};

/** What a report is about, by its id. */
export const subjectOf = ({ post, person }: Pick<Report, 'post' | 'person'>): PostId | UserId =>
  post?.id ?? person;
