using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.ServiceCatalog;

/// <summary>Writes a service, or writes it anew. One that is not there yet has version 0, so that nobody makes another's by mistake.</summary>
public sealed record ChangeService(string Code, int ExpectedVersion, NewService Service) : ICommand<ServiceEntry>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.ReferenceData;
}

internal sealed partial class ChangeServiceHandler(AppDb db, AdminHistory history, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeService, ServiceEntry>
{
    public async Task<ServiceEntry> Handle(ChangeService request, CancellationToken cancellationToken)
    {
        var wanted = request.Service;
        var service = await db.Services.SingleOrDefaultAsync(one => one.Code == request.Code, cancellationToken);
        if (request.ExpectedVersion != (service?.Version ?? 0))
        {
            throw service is null ? RuleViolation.NotFound() : AppDb.Stale(service.Version);
        }

        var groups = await db.ServiceGroups.ToDictionaryAsync(group => group.Code, group => group.Name, cancellationToken);
        if (!groups.ContainsKey(wanted.GroupCode))
        {
            throw new RuleViolation("unknown_group", field: "groupCode");
        }

        var before = service is null ? null : ServiceEntry.Of(service, groups[service.GroupCode]);
        service ??= await Added(request.Code, wanted.Integrity, cancellationToken);
        RequireTargets(wanted);
        if (wanted.Integrity != service.Integrity)
        {
            throw new RuleViolation("integrity_fixed", field: "integrity");
        }

        var questions = Questions(wanted.Questions);
        await RequireUnused(service, questions, cancellationToken);

        (service.GroupCode, service.Name, service.NameEn, service.Classification) = (wanted.GroupCode, wanted.Name.Trim(), wanted.NameEn.Trim(), wanted.Classification);
        (service.Emergency, service.ResponseMinutes, service.ResolveDays) = (wanted.Emergency, wanted.ResponseMinutes, wanted.ResolveDays);
        (service.ConfidentialByDefault, service.PhotoAfterRequired, service.Active) = (wanted.Confidential || wanted.Integrity, wanted.PhotoAfterRequired, wanted.Active);
        (service.Words, service.ColloquialWords, service.Questions) = (Words(wanted.Words, "words"), Words(wanted.ColloquialWords, "colloquialWords"), questions);
        service.Version++;
        var after = ServiceEntry.Of(service, groups[service.GroupCode]);
        history.Add(AdminSubject.Service, service.Code, service.Version, before, after);
        if (before is not null && Promise(before) != Promise(after))
        {
            // open reports follow it as they follow a new holiday, with a word to their reporters
            db.CalendarChanges.Add(new CalendarChange(
                await db.CalendarVersion(cancellationToken) + 1, time.Now(), actor.Value.AccountId, actor.Value.Name, [], [],
                new ChangedTerms(service.Code, service.Name, Promise(before), Promise(after))));
        }

        return after;
    }

    private static string Promise(ServiceEntry service) => service.ResponseMinutes is { } minutes ? $"{minutes} menit" : $"{service.ResolveDays} hari kerja";

    /// <summary>At the end of the catalogue.</summary>
    private async Task<Service> Added(string code, bool integrity, CancellationToken ct)
    {
        if (!WellFormed().IsMatch(code))
        {
            throw new RuleViolation("invalid_format", field: "code");
        }

        var last = await db.Services.MaxAsync(service => (int?)service.Position, ct) ?? 0;
        var added = new Service { Code = code, Position = last + 1, Integrity = integrity, Version = 0 };
        db.Services.Add(added);
        return added;
    }

    private static void RequireTargets(NewService wanted)
    {
        if (wanted.Emergency != wanted.ResponseMinutes is not null)
        {
            throw new RuleViolation(wanted.Emergency ? "required" : "emergency_only", field: "responseMinutes");
        }

        if (wanted is { Classification: Classification.InformationRequest, ResolveDays: > Service.InformationDaysMax })
        {
            throw new RuleViolation("out_of_range", field: "resolveDays").With("max", Service.InformationDaysMax);
        }
    }

    private static List<ServiceQuestion> Questions(NewQuestion[] wanted)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            var question = wanted[i];
            Require(!wanted.Take(i).Any(other => other.Code == question.Code), "duplicate_field", $"questions[{i}].code");
            Require(question.Choices.Length == 0 || question.Choices.Any(choice => !choice.Retired), "required", $"questions[{i}].choices");
            for (var k = 0; k < question.Choices.Length; k++)
            {
                Require(!question.Choices.Take(k).Any(other => other.Value == question.Choices[k].Value), "duplicate_field", $"questions[{i}].choices[{k}].value");
            }
        }

        return
        [
            .. wanted.Select(question => new ServiceQuestion
            {
                Code = question.Code,
                Text = question.Text.Trim(),
                TextEn = question.TextEn.Trim(),
                Required = question.Required,
                Retired = question.Retired,
                Choices = [.. question.Choices.Select(choice => new QuestionChoice { Value = choice.Value, Text = choice.Text.Trim(), TextEn = choice.TextEn.Trim(), Retired = choice.Retired })],
            }),
        ];
    }

    /// <summary>What a report answered or a rule asks for stays and is retired instead: the answer would lose its question.</summary>
    private async Task RequireUnused(Service service, List<ServiceQuestion> questions, CancellationToken ct)
    {
        var left = questions.ToDictionary(question => question.Code);
        foreach (var question in service.Questions)
        {
            if (left.GetValueOrDefault(question.Code) is not { } kept || (kept.Choices.Count == 0) != (question.Choices.Count == 0))
            {
                await RequireUnused(service.Code, question.Code, null, ct);
                continue;
            }

            foreach (var value in question.Choices.Select(choice => choice.Value).Except(kept.Choices.Select(choice => choice.Value)))
            {
                await RequireUnused(service.Code, question.Code, value, ct);
            }
        }
    }

    private async Task RequireUnused(string service, string question, string? value, CancellationToken ct)
    {
        var ruled = await db.RoutingRules.AnyAsync(rule => rule.ServiceCode == service && rule.QuestionCode == question && (value == null || rule.AnswerValue == value), ct);
        var answered = ruled || await db.Database.SqlQuery<bool>(
            $"""
            SELECT EXISTS (SELECT 1 FROM reports
                WHERE service_code = {service} AND jsonb_exists(answers, {question}) AND ({value}::text IS NULL OR answers ->> {question} = {value})) AS "Value"
            """).SingleAsync(ct);
        if (answered)
        {
            throw new RuleViolation("question_in_use", StatusCodes.Status409Conflict, "questions").With("question", question).With("value", value);
        }
    }

    private static string[] Words(string[] words, string field)
    {
        for (var i = 0; i < words.Length; i++)
        {
            Require(words[i].Any(char.IsLetter), "required", $"{field}[{i}]");
            Require(words[i].Length <= Service.WordMax, "too_long", $"{field}[{i}]");
        }

        return [.. words.Select(word => word.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static void Require(bool holds, string code, string field)
    {
        if (!holds)
        {
            throw new RuleViolation(code, field: field);
        }
    }

    [GeneratedRegex("^[A-Z][A-Z0-9-]{1,19}$")]
    private static partial Regex WellFormed();
}
