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
export type HandOver = Ok<paths['/api/v1/hand-overs/{id}']['get']>;
export type HandOverReply = NonNullable<HandOver['answer']>['reply'];
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
export type WebhookEntry = Ok<paths['/api/v1/webhooks']['get']>['items'][number];
export type NewWebhook = Body<paths['/api/v1/webhooks']['post']>;
export type WebhookChanges = Body<paths['/api/v1/webhooks/{id}']['put']>;
export type DeliveryItem = Ok<paths['/api/v1/webhooks/{id}/deliveries']['get']>['items'][number];
export type DeliveryState = DeliveryItem['state'];

export type ReplyTemplate = Ok<paths['/api/v1/admin/reply-templates']['get']>['items'][number];
export type NewReplyTemplate = Body<paths['/api/v1/admin/reply-templates/{id}']['put']>;
export type NotificationMatrix = Ok<paths['/api/v1/admin/notifications']['get']>;
export type NotificationRule = NotificationMatrix['rules'][number];
export type NotificationTemplate = Ok<paths['/api/v1/admin/notifications/templates']['get']>['items'][number];
export type CalendarYear = Ok<paths['/api/v1/admin/calendar']['get']>;
export type CalendarEffect = Ok<paths['/api/v1/admin/calendar/{date}']['put']>;
export type NewHoliday = Body<paths['/api/v1/admin/calendar/{date}']['put']>;
export type NewOfficeHours = Body<paths['/api/v1/admin/calendar/office-hours/{validFrom}']['put']>;

export type CallItem = Ok<paths['/api/v1/calls']['get']>['items'][number];
export type CallKind = CallItem['kind'];
export type NewCall = Body<paths['/api/v1/calls']['post']>;
export type CallerCard = Ok<paths['/api/v1/calls/callers']['post']>;
export type CallReport = Ok<paths['/api/v1/calls/{id}/report']['post']>;
export type CallerMark = Ok<paths['/api/v1/calls/marks']['get']>['items'][number];
export type Dispatch = Ok<paths['/api/v1/dispatches']['get']>['items'][number];
export type DispatchUnit = Dispatch['units'][number];
export type UnitStep = DispatchUnit['step'];
export type NewStep = Body<paths['/api/v1/dispatches/{id}/units/{agency}/steps']['post']>;

export type NewCarRequest = Body<paths['/api/v1/mobmas/requests']['post']>;
export type CarRequestReceipt = Ok<paths['/api/v1/mobmas/requests']['post']>;
export type CarPurpose = NewCarRequest['purpose'];
export type TrackedCarRequest = Ok<paths['/api/v1/mobmas/tracking/{trackingCode}']['get']>;
export type CarRequestStatus = TrackedCarRequest['status'];
export type CarRequestItem = Ok<paths['/api/v1/mobmas/requests']['get']>['items'][number];
export type CarRequestDetail = Ok<paths['/api/v1/mobmas/requests/{id}']['get']>;
export type CarMove = CarRequestDetail['moves'][number];
export type CarRequestChange = Body<paths['/api/v1/mobmas/requests/{id}/status']['post']>;
export type FreeSlot = CarRequestDetail['freeSlots'][number];
export type CarEntry = Ok<paths['/api/v1/mobmas/cars']['get']>['items'][number];
export type NewCar = Body<paths['/api/v1/mobmas/cars/{id}']['put']>;
export type CarSchedule = Ok<paths['/api/v1/mobmas/calendar']['get']>['cars'][number];
export type CarTrip = Ok<paths['/api/v1/mobmas/trips']['get']>['items'][number];
export type CarUse = Ok<paths['/api/v1/mobmas/use']['get']>;

export type WorkItem = Ok<paths['/api/v1/merata/works']['get']>['items'][number];
export type WorkStage = WorkItem['stage'];
export type WorkSums = Ok<paths['/api/v1/merata/works/sums']['get']>;
export type NewWork = Body<paths['/api/v1/merata/works']['post']>;
export type WorkDetail = Ok<paths['/api/v1/merata/works/{id}']['get']>;
export type WorkMove = WorkDetail['moves'][number];
export type WorkLine = WorkDetail['budget'][number];
export type WorkPhotoTag = WorkDetail['photos'][number]['tag'];
export type WorkDocumentKind = WorkDetail['documents'][number]['kind'];
export type ChangedWork = Body<paths['/api/v1/merata/works/{id}']['put']>;
export type WorkStageChange = Body<paths['/api/v1/merata/works/{id}/stage']['post']>;
export type NewRealisation = Body<paths['/api/v1/merata/works/{id}/realisation']['put']>;
export type NewWorkFiles = Body<paths['/api/v1/merata/works/{id}/files']['post']>;
export type WorkPlan = Ok<paths['/api/v1/merata/works/{id}/plans']['get']>['items'][number];
export type PublicWorkItem = Ok<paths['/api/v1/public/works']['get']>['items'][number];
export type PublicWork = Ok<paths['/api/v1/public/works/{id}']['get']>;
export type OwnContact = NonNullable<Ok<paths['/api/v1/tracking/{trackingCode}/personal-data']['get']>['contact']>;
export type ReportCar = ReportDetail['cars'][number];
export type FollowedWork = NonNullable<TrackedReport['work']>;

/** `GET /wards` is GeoJSON, whose types are better written by the people of GeoJSON. */
export type WardCollection = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string; kecamatan: Ref }>;
export type Statistics = Ok<paths['/api/v1/statistics/reports']['get']>;
export type Measures = Statistics['all'];
export type Fairness = Ok<paths['/api/v1/statistics/fairness']['get']>;
export type HotSpot = Ok<paths['/api/v1/statistics/hot-spots']['get']>['items'][number];
export type Alarm = Ok<paths['/api/v1/statistics/alarms']['get']>['items'][number];

export type IndicatorSheet = Ok<paths['/api/v1/monev/indicators']['get']>;
export type IndicatorFigure = IndicatorSheet['items'][number];
export type IndicatorEntry = Ok<paths['/api/v1/admin/indicators']['get']>['items'][number];
export type IndicatorVersion = IndicatorEntry['current'];
export type NewIndicator = Body<paths['/api/v1/monev/indicators/{code}']['put']>;
export type MonevReport = Ok<paths['/api/v1/monev/report']['get']>;
export type MonevArea = MonevReport['total'];
export type MonevWork = MonevReport['works'][number];
export type FindingItem = Ok<paths['/api/v1/merata/findings']['get']>['items'][number];
export type FindingDetail = Ok<paths['/api/v1/merata/findings/{id}']['get']>;
export type NewFinding = Body<paths['/api/v1/merata/findings']['post']>;
export type NewFindingStep = Body<paths['/api/v1/merata/findings/{id}/steps']['post']>;
