using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.Reports;

/// <summary>Whose report it is and how it came, as far as the sender does not say it.</summary>
/// <param name="ReporterName">Only to be masked in what becomes public.</param>
/// <param name="ParentId">The report it is split from.</param>
/// <param name="Place">The place of that report, which staff may have corrected, or one told in words alone; null when the sender says where.</param>
/// <param name="Guessed">The service was heard in the words and chosen by nobody: a verifier looks before anybody acts.</param>
internal sealed record Origin(Actor Actor, Channel Channel, byte[] SecretHash, string? ReporterName, Guid? ParentId = null, Place? Place = null, bool Guessed = false);

/// <summary>Checks what was sent, lets the rules decide who acts, and puts the new report beside its routing record.</summary>
internal sealed class Intake(AppDb db, CityWatch watch, TimeProvider time)
{
    /// <param name="within">Where the fields stand in the request.</param>
    public (Report Report, RoutingDecision Decision) Take(NewReport sent, Origin origin, string within = "")
    {
        var (city, now) = (watch.Current, time.Now());
        var service = city.ServiceOr(sent.ServiceCode, within + "serviceCode");
        var (place, confirmed) = origin.Place is { } known ? (known, true) : PlaceOf(sent, city, within);
        // nobody who only writes was asked a service's own questions
        var answers = origin.Guessed ? [] : AnswersTo(service, sent.Answers ?? [], within + "answers.");
        var decision = city.Routing.Decide(new RoutingInputs(
            service.Code, place.KelurahanCode, city.KecamatanNamed(place.KelurahanCode)?.Code, service.ChosenAmong(answers),
            place.BorderMetres, confirmed, IndonesianDate.InWib(now).Day));
        // integrity cases are out of a verifier's sight: there the rules alone decide, as always
        decision = origin.Guessed && !service.Integrity ? Doubted(decision) : decision;
        var report = Report.Submit(
            new Submission(
                service.Code, sent.Description, place, answers, sent.Anonymous, service.Integrity || (sent.Confidential ?? service.ConfidentialByDefault),
                origin.Channel, origin.SecretHash)
            { ReporterName = origin.ReporterName, ParentId = origin.ParentId },
            decision, city.TermsOf(service.Code), origin.Actor, now);

        db.Reports.Add(report);
        db.RoutingRecords.Add(new RoutingRecord(report.Id, report.Version, now, decision));
        return (report, decision);
    }

    private static RoutingDecision Doubted(RoutingDecision ruled) => ruled with
    {
        RuleId = null,
        Rule = "guessed-service",
        AgencyCode = null,
        Reason = RoutingSentence.Guessed.Indonesian,
        RunnerUp = ruled.AgencyCode is { } agency ? new RunnerUp(ruled.Rule, agency, ruled.Reason) : ruled.RunnerUp,
    };

    /// <summary>The place, and whether its kelurahan is beyond doubt: named by the reporter, or no other ward near the point.</summary>
    private static (Place Place, bool Confirmed) PlaceOf(NewReport sent, City city, string within)
    {
        var named = sent.KelurahanCode is { } code ? city.KelurahanOr(code, within + "kelurahanCode").Code : null;
        if (sent.Location is not { } point)
        {
            return named is not null ? (new Place(null, null, named, null, sent.Address), true) : throw new RuleViolation("place_required", field: within + "location");
        }

        var fix = city.Wards.Locate(point.Lat, point.Lng);
        if (named is not null && !fix.Allows(named))
        {
            throw fix.Inside
                ? new RuleViolation("place_conflict", field: within + "kelurahanCode").With("located", city.KelurahanNamed(fix.Kelurahan!.Code))
                : new RuleViolation("outside_city", field: within + "location");
        }

        var kelurahan = named ?? fix.Kelurahan?.Code ?? throw new RuleViolation("outside_city", field: within + "location")
            .With("alternatives", fix.Alternatives.Select(ward => new Named(ward.Code, ward.Name)).ToArray());
        return (new Place(point.Lat, point.Lng, kelurahan, fix.BorderMetres, sent.Address), named is not null || fix.Alternatives.Count == 0);
    }

    private static Dictionary<string, string> AnswersTo(Service service, Dictionary<string, string> answers, string within)
    {
        foreach (var (code, answer) in answers)
        {
            var question = service.Questions.FirstOrDefault(q => q.Code == code) ?? throw new RuleViolation("unknown_question", field: within + code);
            if (answer is null || answer.Contains('\0'))
            {
                throw new RuleViolation(answer is null ? "required" : "invalid_characters", field: within + code);
            }

            if (question.Choices.Count > 0 && question.Choices.All(choice => choice.Value != answer))
            {
                throw new RuleViolation("unknown_answer", field: within + code).With("allowed", question.Choices.Select(choice => choice.Value).ToArray());
            }

            if (answer.Length > ServiceQuestion.AnswerMax)
            {
                throw new RuleViolation("too_long", field: within + code);
            }
        }

        return service.Questions.FirstOrDefault(q => q is { Required: true, Retired: false } && !answers.ContainsKey(q.Code)) is { } missing
            ? throw new RuleViolation("answer_required", field: within + missing.Code)
            : answers;
    }
}
