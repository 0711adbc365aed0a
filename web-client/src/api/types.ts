import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { paths } from './schema';

// Names for what crosses the wire, taken from the routes and not from schema names: a renamed C# record changes nothing here.
type Ok<Operation> = Operation extends { responses: { 200: { content: infer Content } } }
  ? Content[keyof Content]
  : Operation extends { responses: { 201: { content: infer Content } } }
    ? Content[keyof Content]
    : never;
type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Content } } }
  ? Content
  : never;

export type Service = Ok<paths['/api/v1/services']['get']>['items'][number];
export type Ref = Service['group'];
export type Suggestions = Ok<paths['/api/v1/services/suggest']['get']>;
export type WardLocation = Ok<paths['/api/v1/wards/locate']['get']>;
export type NewReport = Body<paths['/api/v1/reports']['post']>;
export type ReportReceipt = Ok<paths['/api/v1/reports']['post']>;
export type TrackedReport = Ok<paths['/api/v1/tracking/{trackingCode}']['get']>;
export type OwnReport = Ok<paths['/api/v1/own-reports']['get']>['items'][number];
export type OpenData = Ok<paths['/api/v1/open-data']['get']>;
export type Status = TrackedReport['status'];
export type Step = TrackedReport['step'];
export type Rating = NonNullable<TrackedReport['rating']>;
export type RatingReason = Rating['reasons'][number];
export type Session = Ok<paths['/api/v1/session']['get']>;
export type Permission = Session['permissions'][number];
export type QueuePage = Ok<paths['/api/v1/reports']['get']>;
export type QueueItem = QueuePage['items'][number];
export type BatchItem = Body<paths['/api/v1/reports:batch']['post']>['items'][number];
export type BatchItemOutcome = Ok<paths['/api/v1/reports:batch']['post']>['items'][number];
export type ReportDetail = Ok<paths['/api/v1/reports/{id}']['get']>;
export type Move = ReportDetail['moves'][number];
export type StatusChange = Body<paths['/api/v1/reports/{id}/status']['post']>;
export type NewNote = Body<paths['/api/v1/reports/{id}/notes']['post']>;
export type Forwarding = Body<paths['/api/v1/reports/{id}/disposisi']['post']>;
export type Reply = Ok<paths['/api/v1/reports/{id}/replies']['get']>['items'][number];
export type ReportReference = NonNullable<ReportDetail['relations']['mergedInto']>;
export type SimilarReport = Ok<paths['/api/v1/reports/{id}/similar']['get']>['items'][number];
export type SplitChild = Body<paths['/api/v1/reports/{id}/split']['post']>['children'][number];
export type PublicReport = Ok<paths['/api/v1/public/reports/{id}']['get']>;
export type PublicMap = Ok<paths['/api/v1/public/map']['get']>;
export type PublicStatistics = Ok<paths['/api/v1/statistics/public']['get']>;
export type SimilarPublicReport = Ok<paths['/api/v1/public/reports/similar']['get']>['items'][number];
export type ReportProof = Ok<paths['/api/v1/tracking/{trackingCode}/proof']['get']>;
export type OutboxItem = Ok<paths['/api/v1/admin/outbox']['get']>['items'][number];
export type OutboxState = OutboxItem['state'];
export type DeadEvent = Ok<paths['/api/v1/admin/outbox/events']['get']>['items'][number];
export type AgencyEntry = Ok<paths['/api/v1/admin/agencies']['get']>['items'][number];
export type NewAgency = Body<paths['/api/v1/admin/agencies/{code}']['put']>;
export type AdminSubject = Ok<paths['/api/v1/admin/changes']['get']>['items'][number]['subject'];
export type ServiceEntry = Ok<paths['/api/v1/admin/services']['get']>['items'][number];
export type ServiceGroupEntry = Ok<paths['/api/v1/admin/services']['get']>['groups'][number];
export type NewService = Body<paths['/api/v1/admin/services/{code}']['put']>;
export type RoutingRuleEntry = Ok<paths['/api/v1/admin/routing-rules']['get']>['items'][number];
export type NewRuleChange = NonNullable<Body<paths['/api/v1/admin/routing-rules:replay']['post']>['changes']>[number];
export type NewRoutingRule = NonNullable<NewRuleChange['rule']>;
export type RoutingReplay = Ok<paths['/api/v1/admin/routing-rules:replay']['post']>;
export type StaffUser = Ok<paths['/api/v1/admin/users']['get']>['items'][number];
export type NewUser = Body<paths['/api/v1/admin/users/{userName}']['put']>;
export type StaffRole = StaffUser['role'];
export type ClientEntry = Ok<paths['/api/v1/admin/clients']['get']>['items'][number];
export type ClientSettings = Body<paths['/api/v1/admin/clients/{id}']['put']>;
export type NewClient = Body<paths['/api/v1/admin/clients']['post']>;

export type ReplyTemplate = Ok<paths['/api/v1/admin/reply-templates']['get']>['items'][number];
export type NewReplyTemplate = Body<paths['/api/v1/admin/reply-templates/{id}']['put']>;
export type NotificationMatrix = Ok<paths['/api/v1/admin/notifications']['get']>;
export type NotificationRule = NotificationMatrix['rules'][number];
export type NotificationTemplate = Ok<paths['/api/v1/admin/notifications/templates']['get']>['items'][number];
export type CalendarYear = Ok<paths['/api/v1/admin/calendar']['get']>;
export type CalendarEffect = Ok<paths['/api/v1/admin/calendar/{date}']['put']>;
export type NewHoliday = Body<paths['/api/v1/admin/calendar/{date}']['put']>;
export type NewOfficeHours = Body<paths['/api/v1/admin/calendar/office-hours/{validFrom}']['put']>;

/** `GET /wards` is GeoJSON, whose types are better written by the people of GeoJSON. */
export type WardCollection = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string; kecamatan: Ref }>;
