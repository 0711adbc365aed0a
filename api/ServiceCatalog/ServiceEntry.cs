using KediriLapor.Platform;

namespace KediriLapor.ServiceCatalog;

/// <summary>A service as an admin sees it.</summary>
/// <param name="ResponseMinutes">Of an emergency: minutes to be on scene, around the clock.</param>
/// <param name="ResolveDays">Working days to resolve.</param>
/// <param name="Confidential">Reports are <c>rahasia</c> unless the reporter says otherwise.</param>
/// <param name="Integrity">About officials themselves; said when the service is made and not changed after.</param>
/// <param name="Words">By which a text is understood to be about it, in Indonesian; the first five describe it to citizens.</param>
/// <param name="ColloquialWords">The same in Javanese and in the street.</param>
/// <param name="Active">False once it can no longer be chosen.</param>
public sealed record ServiceEntry(
    string Code, Named Group, string Name, string NameEn, Classification Classification, bool Emergency, int? ResponseMinutes, int ResolveDays, bool Confidential, bool Integrity,
    bool PhotoAfterRequired, IReadOnlyList<string> Words, IReadOnlyList<string> ColloquialWords, IReadOnlyList<QuestionEntry> Questions, bool Active, int Version)
{
    internal static ServiceEntry Of(Service service, string groupName) => new(
        service.Code, new Named(service.GroupCode, groupName), service.Name, service.NameEn, service.Classification, service.Emergency, service.ResponseMinutes, service.ResolveDays,
        service.ConfidentialByDefault, service.Integrity, service.PhotoAfterRequired, [.. service.Words], [.. service.ColloquialWords],
        [.. service.Questions.Select(question => new QuestionEntry(
            question.Code, question.Text, question.TextEn, question.Required, question.Retired,
            [.. question.Choices.Select(choice => new ChoiceEntry(choice.Value, choice.Text, choice.TextEn, choice.Retired))]))],
        service.Active, service.Version);
}

/// <param name="TextEn">In English; empty where it has none.</param>
/// <param name="Retired">No longer asked.</param>
/// <param name="Choices">Empty for free text.</param>
public sealed record QuestionEntry(string Code, string Text, string TextEn, bool Required, bool Retired, IReadOnlyList<ChoiceEntry> Choices);

/// <param name="TextEn">In English; empty where it has none.</param>
/// <param name="Retired">No longer offered.</param>
public sealed record ChoiceEntry(string Value, string Text, string TextEn, bool Retired);

/// <summary>A group of services as an admin sees it.</summary>
public sealed record ServiceGroupEntry(string Code, string Name, string NameEn, int Version)
{
    internal static ServiceGroupEntry Of(ServiceGroup group) => new(group.Code, group.Name, group.NameEn, group.Version);
}
