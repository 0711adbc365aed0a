using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;
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

public sealed record SubmitReport(NewReport Report, Guid IdempotencyKey) : IIdempotentCommand<ReportReceipt>;

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

internal sealed class SubmitReportHandler(AppDb db, CityWatch watch, CurrentActor actor, ContactVault vault, TimeProvider time)
    : IRequestHandler<SubmitReport, ReportReceipt>
{
    public async Task<ReportReceipt> Handle(SubmitReport request, CancellationToken cancellationToken)
    {
        var (sent, city, now) = (request.Report, watch.Current, time.Now());
        var service = city.ServiceOr(sent.ServiceCode, "serviceCode");
        var (place, confirmed) = PlaceOf(sent, city);
        var answers = AnswersTo(service, sent.Answers ?? []);
        var contact = ContactVault.Check(sent.Reporter?.Name, sent.Reporter?.Phone, sent.Reporter?.Email);
        if (sent.Anonymous && contact?.Name is not null)
        {
            throw new RuleViolation("anonymous_with_name", field: "reporter.name");
        }

        var attachments = await db.TakeUploads(sent.AttachmentIds, cancellationToken);
        var decision = city.Routing.Decide(new RoutingInputs(
            service.Code, place.KelurahanCode, city.KecamatanNamed(place.KelurahanCode)?.Code, answers,
            place.BorderMetres, confirmed, IndonesianDate.InWib(now).Day));
        var secret = ReportSecret.New();
        var who = actor.Value;
        var report = Report.Submit(
            new Submission(
                service.Code, sent.Description, place, answers, sent.Anonymous, service.Integrity || (sent.Confidential ?? service.ConfidentialByDefault),
                who.May(Permission.EnterReports) ? Channel.Phone112 : Channel.Web, secret)
            { ReporterName = contact?.Name },
            decision, city.TermsOf(service.Code), who.Kind == ActorKind.Staff ? who : Actor.Reporter, now);

        db.Reports.Add(report);
        db.RoutingRecords.Add(new RoutingRecord(report.Id, report.Version, now, decision));
        attachments.ForEach(attachment => attachment.BelongTo(report.Id, AttachmentPhase.Before));
        if (contact is not null)
        {
            db.ReporterContacts.Add(vault.Seal(report.Id, contact));
        }

        return new ReportReceipt(
            report.Id, report.TrackingCode.ToString(), secret.Value, report.Status, city.ServiceNamed(service.Code), city.KelurahanNamed(place.KelurahanCode),
            city.AgencyNamed(report.AgencyCode), report.DueAt, new RoutingSummary(decision.Rule, decision.Reason), report.Version);
    }

    /// <summary>The place, and whether its kelurahan is beyond doubt: named by the reporter, or no other ward near the point.</summary>
    private static (Place Place, bool Confirmed) PlaceOf(NewReport sent, City city)
    {
        var named = sent.KelurahanCode is { } code ? city.KelurahanOr(code, "kelurahanCode").Code : null;
        if (sent.Location is not { } point)
        {
            return named is not null ? (new Place(null, null, named, null, sent.Address), true) : throw new RuleViolation("place_required", field: "location");
        }

        var fix = city.Wards.Locate(point.Lat, point.Lng);
        if (named is not null && !fix.Allows(named))
        {
            throw fix.Inside
                ? new RuleViolation("place_conflict", field: "kelurahanCode").With("located", city.KelurahanNamed(fix.Kelurahan!.Code))
                : new RuleViolation("outside_city", field: "location");
        }

        var kelurahan = named ?? fix.Kelurahan?.Code ?? throw new RuleViolation("outside_city", field: "location")
            .With("alternatives", fix.Alternatives.Select(ward => new Named(ward.Code, ward.Name)).ToArray());
        return (new Place(point.Lat, point.Lng, kelurahan, fix.BorderMetres, sent.Address), named is not null || fix.Alternatives.Count == 0);
    }

    private static Dictionary<string, string> AnswersTo(Service service, Dictionary<string, string> answers)
    {
        foreach (var (code, answer) in answers)
        {
            var question = service.Questions.FirstOrDefault(q => q.Code == code) ?? throw new RuleViolation("unknown_question", field: "answers." + code);
            if (answer is null || answer.Contains('\0'))
            {
                throw new RuleViolation(answer is null ? "required" : "invalid_characters", field: "answers." + code);
            }

            if (question.Choices.Count > 0 && question.Choices.All(choice => choice.Value != answer))
            {
                throw new RuleViolation("unknown_answer", field: "answers." + code).With("allowed", question.Choices.Select(choice => choice.Value).ToArray());
            }

            if (answer.Length > ServiceQuestion.AnswerMax)
            {
                throw new RuleViolation("too_long", field: "answers." + code);
            }
        }

        return service.Questions.FirstOrDefault(q => q.Required && !answers.ContainsKey(q.Code)) is { } missing
            ? throw new RuleViolation("answer_required", field: "answers." + missing.Code)
            : answers;
    }
}
