namespace JoinSets;

/// <summary>
/// Says that values of this type, or this member, must not be used by several tasks at once. The counterpart of Rust's
/// <c>impl !Send</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class NotSendableAttribute : Attribute;
