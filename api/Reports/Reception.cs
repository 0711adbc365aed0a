using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;

namespace KediriLapor.Reports;

/// <summary>Takes a whole report in, with its photos and its reporter's contact: from whoever sends one, and from an operator for a caller.</summary>
internal sealed class Reception(AppDb db, CityWatch watch, CurrentActor actor, Intake intake, ContactVault vault)
{
    /// <param name="placeInWords">An address alone will do: a verifier finds out where it is.</param>
    public async Task<ReportReceipt> Take(NewReport sent, bool placeInWords, CancellationToken ct)
    {
        var (city, who, secret) = (watch.Current, actor.Value, ReportSecret.New());
        var contact = ContactVault.Check(sent.Reporter?.Name, sent.Reporter?.Phone, sent.Reporter?.Email);
        if (sent.Anonymous && contact?.Name is not null)
        {
            throw new RuleViolation("anonymous_with_name", field: "reporter.name");
        }

        var attachments = await db.TakePhotos(sent.AttachmentIds, ct);
        var (report, decision) = intake.Take(sent, new Origin(
            who.Kind is ActorKind.Staff or ActorKind.Client ? who : Actor.Reporter, ChannelOf(who), secret.Hash(), contact?.Name, Place: placeInWords ? InWords(sent) : null));
        attachments.ForEach(attachment => attachment.BelongTo(report, AttachmentPhase.Before));
        if (contact is not null)
        {
            db.ReporterContacts.Add(vault.Seal(report.Id, report.Anonymous, contact));
        }

        return new ReportReceipt(
            report.Id, report.TrackingCode.ToString(), secret.Value, report.Status, city.ServiceNamed(report.ServiceCode), city.KelurahanNamed(report.Place.KelurahanCode),
            city.AgencyNamed(report.AgencyCode), report.DueAt, new RoutingSummary(decision.Rule, decision.Reason, city.EnglishReason(decision.Reason, report.ServiceCode, decision.AgencyCode, decision.Inputs.BorderMetres)),
            report.Version);
    }

    private static Place? InWords(NewReport sent) =>
        sent is { Location: null, KelurahanCode: null, Address: { } address } ? new Place(null, null, null, null, address) : null;

    private static Channel ChannelOf(Actor sender) =>
        sender.Client is not null ? Channel.Api : sender.May(Permission.EnterReports) ? Channel.Phone112 : Channel.Web;
}
