using System.Text.Json;
using System.Text.Json.Serialization;
using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.CallCentre.Callers;
using KediriLapor.CallCentre.Model;
using KediriLapor.Clients;
using KediriLapor.Deadlines;
using KediriLapor.Exports.OpenData;
using KediriLapor.HandOvers;
using KediriLapor.Merata.Model;
using KediriLapor.Mobmas;
using KediriLapor.Mobmas.Model;
using KediriLapor.Monev.Indicators;
using KediriLapor.Monev.Model;
using KediriLapor.Notifications;
using KediriLapor.Notifications.WebPush;
using KediriLapor.Open311;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Platform;
using KediriLapor.Privacy;
using KediriLapor.Proof;
using KediriLapor.Replies;
using KediriLapor.Reporters;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;
using KediriLapor.Webhooks;
using KediriLapor.WhatsApp;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Persistence;

/// <summary>The database. Handlers use it directly: it is the unit of work and the repository.</summary>
public sealed class AppDb(DbContextOptions<AppDb> options)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Report> Reports => Set<Report>();

    public DbSet<ReportEvent> ReportEvents => Set<ReportEvent>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<HistoryLeaf> HistoryLeaves => Set<HistoryLeaf>();

    public DbSet<SignedRoot> HistoryRoots => Set<SignedRoot>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<Escalation> Escalations => Set<Escalation>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<HandOverAnswer> HandOverAnswers => Set<HandOverAnswer>();

    public DbSet<HandOverRecord> HandOverRecords => Set<HandOverRecord>();

    public DbSet<HandOverWait> HandOverWaits => Set<HandOverWait>();

    public DbSet<HandOverLink> HandOverLinks => Set<HandOverLink>();

    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();

    public DbSet<NotificationMatrix> NotificationMatrix => Set<NotificationMatrix>();

    public DbSet<NotificationTemplate> NotificationTemplates => Set<NotificationTemplate>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<ReporterWishes> ReporterWishes => Set<ReporterWishes>();

    public DbSet<Bounce> Bounces => Set<Bounce>();

    public DbSet<PushSubscription> PushSubscriptions => Set<PushSubscription>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<InboundEvent> InboundEvents => Set<InboundEvent>();

    public DbSet<OutboundMessage> OutboundMessages => Set<OutboundMessage>();

    public DbSet<KeptVapidKey> VapidKeys => Set<KeptVapidKey>();

    public DbSet<ReporterContact> ReporterContacts => Set<ReporterContact>();

    public DbSet<KeptPhoneKey> PhoneKeys => Set<KeptPhoneKey>();

    public DbSet<ReporterLink> ReporterLinks => Set<ReporterLink>();

    public DbSet<LinkAttempt> LinkAttempts => Set<LinkAttempt>();

    public DbSet<ReporterSession> ReporterSessions => Set<ReporterSession>();

    public DbSet<ContactReading> ContactReadings => Set<ContactReading>();

    public DbSet<AuditView> AuditViews => Set<AuditView>();

    public DbSet<PrivacyAct> PrivacyActs => Set<PrivacyAct>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<OpenDataRow> OpenDataRows => Set<OpenDataRow>();

    public DbSet<OpenDataSet> OpenDataSets => Set<OpenDataSet>();

    public DbSet<PublicReport> PublicReports => Set<PublicReport>();

    public DbSet<Support> Supports => Set<Support>();

    public DbSet<SimilarityRejection> SimilarityRejections => Set<SimilarityRejection>();

    public DbSet<RoutingRule> RoutingRules => Set<RoutingRule>();

    public DbSet<RoutingRecord> RoutingRecords => Set<RoutingRecord>();

    public DbSet<LearnedCorrection> LearnedCorrections => Set<LearnedCorrection>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<ServiceGroup> ServiceGroups => Set<ServiceGroup>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Kelurahan> Kelurahan => Set<Kelurahan>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<OfficeHours> OfficeHours => Set<OfficeHours>();

    public DbSet<CalendarChange> CalendarChanges => Set<CalendarChange>();

    public DbSet<AdminChange> AdminChanges => Set<AdminChange>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ReceivedUpdate> ReceivedUpdates => Set<ReceivedUpdate>();

    public DbSet<TestRequest> TestRequests => Set<TestRequest>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    public DbSet<ClientSecret> ClientSecrets => Set<ClientSecret>();

    public DbSet<ClientChange> ClientChanges => Set<ClientChange>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<FeedEvent> WebhookEvents => Set<FeedEvent>();

    public DbSet<FeedPosition> WebhookFeed => Set<FeedPosition>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<CallChange> CallChanges => Set<CallChange>();

    public DbSet<CallerMark> CallerMarks => Set<CallerMark>();

    public DbSet<CallerReading> CallerReadings => Set<CallerReading>();

    public DbSet<EmergencyDispatch> Dispatches => Set<EmergencyDispatch>();

    public DbSet<Car> Cars => Set<Car>();

    public DbSet<CarEvent> CarEvents => Set<CarEvent>();

    public DbSet<CarRequest> CarRequests => Set<CarRequest>();

    public DbSet<CarRequestEvent> CarRequestEvents => Set<CarRequestEvent>();

    public DbSet<CarNews> CarNews => Set<CarNews>();

    public DbSet<CarTrip> CarTrips => Set<CarTrip>();

    public DbSet<CarContact> CarContacts => Set<CarContact>();

    public DbSet<CarContactReading> CarContactReadings => Set<CarContactReading>();

    public DbSet<UnmetCarDemand> UnmetCarDemand => Set<UnmetCarDemand>();

    public DbSet<Work> Works => Set<Work>();

    public DbSet<WorkEvent> WorkEvents => Set<WorkEvent>();

    public DbSet<WorkPlanVersion> WorkPlans => Set<WorkPlanVersion>();

    public DbSet<WorkFile> WorkFiles => Set<WorkFile>();

    public DbSet<WorkLink> WorkLinks => Set<WorkLink>();

    public DbSet<WorkNews> WorkNews => Set<WorkNews>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The report whose version the author of this change saw.</summary>
    public Report? Expected { get; private set; }

    /// <summary>Holds a change to the version its author saw: 412 with the current one when somebody was faster.</summary>
    public void Expect(Report report, int expectedVersion)
    {
        if (report.Version != expectedVersion)
        {
            throw Stale(report.Version);
        }

        Entry(report).Property(r => r.Version).OriginalValue = expectedVersion;
        Expected = report;
    }

    /// <summary>How often the calendar has been edited.</summary>
    public async Task<int> CalendarVersion(CancellationToken ct) => await CalendarChanges.MaxAsync(change => (int?)change.Version, ct) ?? 0;

    public static RuleViolation Stale(int currentVersion) =>
        new RuleViolation("stale_version", StatusCodes.Status412PreconditionFailed).With("currentVersion", currentVersion);

    /// <summary>Saves, and with every new row of a history or of the escalation ladder the outbox rows of the consumers that hear it: all or nothing.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // looked through once: left to themselves, each question to the tracker and the saving would do it again
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            TellOutbox();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private void TellOutbox()
    {
        // by subject, as EF Core orders all rows with a key of their own: two changes of the same reports meet at the first and never wait in a circle
        Outbox.AddRange([.. ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).SelectMany(entry => OutboxConsumers.MessagesOf(entry.Entity))
            .OrderBy(message => message.SubjectId).ThenBy(message => message.Sequence)]);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var named in typeof(AppDb).Assembly.GetTypes().Where(type => type is { IsEnum: true, Namespace: not null }))
        {
            configurationBuilder.Properties(named).HaveConversion<string>().HaveMaxLength(30);
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("btree_gist");
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
    }

    /// <summary>JSON as stored: camelCase, like the API's.</summary>
    internal static readonly JsonSerializerOptions StoredJson = new(JsonSerializerDefaults.Web);

    /// <summary>JSON as the API shows it, enums by name: for what is kept to be shown again.</summary>
    internal static readonly JsonSerializerOptions ShownJson = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
}
