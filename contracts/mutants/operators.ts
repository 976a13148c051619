import type { Operator } from './Operator.ts'
import { changeAccess } from './operators/changeAccess.ts'
import { changeAnswer } from './operators/changeAnswer.ts'
import { changeArithmetic } from './operators/changeArithmetic.ts'
import { changeDefault } from './operators/changeDefault.ts'
import { changeError } from './operators/changeError.ts'
import { changeGet } from './operators/changeGet.ts'
import { changeText } from './operators/changeText.ts'
import { changeValue } from './operators/changeValue.ts'
import { dropCheck } from './operators/dropCheck.ts'
import { dropField } from './operators/dropField.ts'
import { dropPrint } from './operators/dropPrint.ts'
import { exchangeLogic } from './operators/exchangeLogic.ts'
import { exchangeSender } from './operators/exchangeSender.ts'
import { exchangeWrite } from './operators/exchangeWrite.ts'
import { fixCondition } from './operators/fixCondition.ts'
import { flipBoolean } from './operators/flipBoolean.ts'
import { flipComparison } from './operators/flipComparison.ts'
import { forgetWrite } from './operators/forgetWrite.ts'
import { moveBound } from './operators/moveBound.ts'
import { negateCondition } from './operators/negateCondition.ts'
import { panic } from './operators/panic.ts'
import { swapChecks } from './operators/swapChecks.ts'

/** Every way in which the mutation run makes the contract wrong, in the order of its table. */
export const operators: readonly Operator[] = [
  dropCheck,
  swapChecks,
  negateCondition,
  fixCondition,
  exchangeLogic,
  flipComparison,
  moveBound,
  changeArithmetic,
  forgetWrite,
  exchangeWrite,
  dropPrint,
  dropField,
  changeText,
  changeValue,
  changeGet,
  changeDefault,
  flipBoolean,
  exchangeSender,
  changeError,
  changeAnswer,
  panic,
  changeAccess,
]
