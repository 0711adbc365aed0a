using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Platform;
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

/// <param name="Reason">Why this agency, or why none yet, in one or two sentences.</param>
/// <param name="ReasonEn">The same in English; null where its words were a person's, or where something it names has another name since.</param>
public sealed record RoutingSummary(string Rule, string Reason, string? ReasonEn);

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

internal sealed class SubmitReportHandler(Reception reception) : IRequestHandler<SubmitReport, ReportReceipt>
{
    public Task<ReportReceipt> Handle(SubmitReport request, CancellationToken cancellationToken) => reception.Take(request.Report, request.PlaceInWords, cancellationToken);
}
