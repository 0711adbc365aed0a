using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>A point, WGS84 degrees.</summary>
public sealed record GeoPoint
{
    [Range(-90.0, 90.0, ErrorMessage = "out_of_range")]
    public required double Lat { get; init; }

    [Range(-180.0, 180.0, ErrorMessage = "out_of_range")]
    public required double Lng { get; init; }
}

/// <summary>What a reporter may tell about themselves; all of it optional, none of it ever public.</summary>
public sealed record ReporterDetails
{
    [MaxLength(100, ErrorMessage = "too_long")]
    public string? Name { get; init; }

    /// <summary>08…, 62… or +62….</summary>
    [MaxLength(25, ErrorMessage = "too_long")]
    public string? Phone { get; init; }

    [MaxLength(254, ErrorMessage = "too_long")]
    public string? Email { get; init; }
}

/// <summary>A new report. Either <c>location</c> (inside the city) or <c>kelurahanCode</c> says where; near a border both.</summary>
public sealed record NewReport
{
    [Required(ErrorMessage = "required")]
    [MaxLength(20, ErrorMessage = "too_long")]
    public string ServiceCode { get; init; } = "";

    /// <summary>The matter in the reporter's own words.</summary>
    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(Report.DescriptionMin, ErrorMessage = "too_short")]
    [MaxLength(Report.DescriptionMax, ErrorMessage = "too_long")]
    public string Description { get; init; } = "";

    public GeoPoint? Location { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? KelurahanCode { get; init; }

    /// <summary>Street or landmark ("patokan").</summary>
    [MaxLength(Report.AddressMax, ErrorMessage = "too_long")]
    public string? Address { get; init; }

    /// <summary>Answers to the service's questions, by question code.</summary>
    public Dictionary<string, string>? Answers { get; init; }

    [MaxLength(Report.AttachmentsMax, ErrorMessage = "too_many")]
    public Guid[]? AttachmentIds { get; init; }

    /// <summary>Nobody reads the reporter's name.</summary>
    public bool Anonymous { get; init; }

    /// <summary>The report is not public. Null: as the service has it.</summary>
    public bool? Confidential { get; init; }

    public ReporterDetails? Reporter { get; init; }
}

/// <param name="PlaceInWords">An address alone will do: a verifier finds out where it is.</param>
public sealed record SubmitReport(NewReport Report, Guid? IdempotencyKey, bool PlaceInWords = false) : IIdempotentCommand<ReportReceipt>;

public sealed record RoutingSummary(string Rule, string Reason);

/// <summary>What the reporter keeps. The secret is told here and never again.</summary>
public sealed record ReportReceipt(
    Guid Id,
    string TrackingCode,
    string Secret,
    ReportStatus Status,
    Named Service,
    Named? Kelurahan,
    Named? Agency,
    DateTimeOffset? DueAt,
    RoutingSummary Routing,
    int Version);

internal sealed class SubmitReportHandler(AppDb db, CityWatch watch, CurrentActor actor, Intake intake, ContactVault vault) : IRequestHandler<SubmitReport, ReportReceipt>
{
    public async Task<ReportReceipt> Handle(SubmitReport request, CancellationToken cancellationToken)
    {
        var (sent, city, who, secret) = (request.Report, watch.Current, actor.Value, ReportSecret.New());
        var contact = ContactVault.Check(sent.Reporter?.Name, sent.Reporter?.Phone, sent.Reporter?.Email);
        if (sent.Anonymous && contact?.Name is not null)
        {
            throw new RuleViolation("anonymous_with_name", field: "reporter.name");
        }

        var attachments = await db.TakePhotos(sent.AttachmentIds, cancellationToken);
        var (report, decision) = intake.Take(sent, new Origin(
            who.Kind is ActorKind.Staff or ActorKind.Client ? who : Actor.Reporter, ChannelOf(who), secret.Hash(), contact?.Name, Place: request.PlaceInWords ? InWords(sent) : null));
        attachments.ForEach(attachment => attachment.BelongTo(report, AttachmentPhase.Before));
        if (contact is not null)
        {
            db.ReporterContacts.Add(vault.Seal(report.Id, report.Anonymous, contact));
        }

        return new ReportReceipt(
            report.Id, report.TrackingCode.ToString(), secret.Value, report.Status, city.ServiceNamed(report.ServiceCode), city.KelurahanNamed(report.Place.KelurahanCode),
            city.AgencyNamed(report.AgencyCode), report.DueAt, new RoutingSummary(decision.Rule, decision.Reason), report.Version);
    }

    private static Place? InWords(NewReport sent) =>
        sent is { Location: null, KelurahanCode: null, Address: { } address } ? new Place(null, null, null, null, address) : null;

    private static Channel ChannelOf(Actor sender) =>
        sender.Client is not null ? Channel.Api : sender.May(Permission.EnterReports) ? Channel.Phone112 : Channel.Web;
}
