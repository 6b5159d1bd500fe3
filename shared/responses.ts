/** The JSON of each route, by its name in the route table: bodies that come in and answers that go out. */
import type * as v from 'valibot';
import type { alertsResponse } from './api/alerts.ts';
import type { approvalResponse } from './api/approvals.ts';
import type { deviceResponse } from './api/devices.ts';
import type { hiddenPersonResponse } from './api/hides.ts';
import type { marksResponse } from './api/marks.ts';
import type { chatResponse, messageResponse } from './api/messages.ts';
import type { noticeResponse } from './api/notices.ts';
import type { postResponse, profileResponse } from './api/posts.ts';
import type { recoveryResponse } from './api/recovery.ts';
import type {
  activityResponse,
  browserResponse,
  receiptResponse,
  sessionResponse,
  takenBackResponse,
} from './api/sessions.ts';
import type { statusResponse, userResponse } from './api/signin.ts';
import type { socialLinkResponse, socialProviderResponse, socialQuestionResponse } from './api/social.ts';
import type { placeResponse, threadResponse, versionResponse } from './api/threads.ts';
import type { ROUTES, RouteName } from './routes.ts';

/** ISO 8601, UTC. */
export type Timestamp = string;

export type UserResponse = v.InferOutput<typeof userResponse>;
export type StatusResponse = v.InferOutput<typeof statusResponse>;
export type AlertsResponse = v.InferOutput<typeof alertsResponse>;
export type ApprovalResponse = v.InferOutput<typeof approvalResponse>;
export type SessionResponse = v.InferOutput<typeof sessionResponse>;
export type TakenBackResponse = v.InferOutput<typeof takenBackResponse>;
export type BrowserResponse = v.InferOutput<typeof browserResponse>;
export type DeviceResponse = v.InferOutput<typeof deviceResponse>;
export type ActivityResponse = v.InferOutput<typeof activityResponse>;
export type ReceiptResponse = v.InferOutput<typeof receiptResponse>;
export type SocialProviderResponse = v.InferOutput<typeof socialProviderResponse>;
export type SocialQuestionResponse = v.InferOutput<typeof socialQuestionResponse>;
export type SocialLinkResponse = v.InferOutput<typeof socialLinkResponse>;
export type RecoveryResponse = v.InferOutput<typeof recoveryResponse>;
export type PostResponse = v.InferOutput<typeof postResponse>;
export type PlaceResponse = v.InferOutput<typeof placeResponse>;
export type ThreadResponse = v.InferOutput<typeof threadResponse>;
export type VersionResponse = v.InferOutput<typeof versionResponse>;
export type HiddenPersonResponse = v.InferOutput<typeof hiddenPersonResponse>;
export type MarksResponse = v.InferOutput<typeof marksResponse>;
export type ProfileResponse = v.InferOutput<typeof profileResponse>;

export type MessageResponse = v.InferOutput<typeof messageResponse>;
export type NoticeResponse = v.InferOutput<typeof noticeResponse>;
export type ChatResponse = v.InferOutput<typeof chatResponse>;

/** A list; `next` is the opaque cursor of the next page. */
export type List<T> = { items: T[]; next: string | null };

type Routes = typeof ROUTES;

type Bodies = {
  [N in RouteName]: Routes[N] extends { body: infer B extends v.GenericSchema } ? v.InferInput<B> : undefined;
};

/** The JSON that a route takes. */
export type RequestBody<N extends RouteName> = Bodies[N];

type OutputOf<S> = S extends v.GenericSchema ? v.InferOutput<S> : never;

type Outputs = {
  [N in RouteName]: {
    [S in keyof Routes[N]['answers']]: OutputOf<Routes[N]['answers'][S]>;
  }[keyof Routes[N]['answers']];
};

// An interface, so that the compiler looks a route's answer up instead of working it out while it types a handler.
interface Answers extends Outputs {}

/** The JSON that a route answers with, where the answer is no problem. */
export type AnswerBody<N extends RouteName> = Answers[N];
